"""Tests of the lexica."""
