import subprocess
import sys


def test_what_describes_a_classifier_is_known_without_torch():
    code = "import sys, musicreclass.classifiers.spec; print('torch' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
