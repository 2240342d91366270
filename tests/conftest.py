"""What holds for all tests: made-up examples are the same in every run, and none fails because a machine is busy."""

from hypothesis import settings

settings.register_profile("versalign", deadline=None, derandomize=True)
settings.load_profile("versalign")
