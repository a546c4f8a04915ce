"""Marks of tests that call programs which a system may lack."""

import shutil

import pytest
import tools_of_tests


def needs(tool):
    """Skip a test where a program is not there, and say what to install."""
    advice = "" if shutil.which(tool) else tools_of_tests.advice_for([tool])
    return pytest.mark.skipif(bool(advice), reason=advice)
