"""Tests of the review: store, decisions, corrections, round trip, command."""
