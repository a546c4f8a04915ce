import pytest
import threadpoolctl
import torch

from musicreclass.classifiers.runtime import one_thread


@pytest.fixture(autouse=True)
def _two_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    with threadpoolctl.threadpool_limits(2, user_api="blas"):
        yield
    torch.set_num_threads(before)


def threads_of_numpy():
    return {
        pool["num_threads"]
        for pool in threadpoolctl.ThreadpoolController().select(user_api="blas").info()
    }


def test_torch_has_one_thread_for_a_while():
    with one_thread():
        inside = torch.get_num_threads()

    assert (inside, torch.get_num_threads()) == (1, 2)


def test_numpy_has_one_thread_for_a_while():
    with one_thread():
        inside = threads_of_numpy()

    assert (inside, threads_of_numpy()) == ({1}, {2})


def test_torch_has_its_threads_again_after_an_error():
    with pytest.raises(ZeroDivisionError), one_thread():
        raise ZeroDivisionError

    assert torch.get_num_threads() == 2
