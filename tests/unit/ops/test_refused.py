from tocsin.ops.processes import Process, problems_of
from tocsin.ops.status import StageStatus


def test_a_stage_that_refused_a_configuration_works_on_and_is_not_fine() -> None:
    assert StageStatus("detect", Process(answers=True, healthy=True, ready=True)).is_fine
    assert not StageStatus("detect", Process(answers=True, healthy=True, ready=True, refused=("why",))).is_fine
    assert problems_of(b'{"problems": [], "refused": ["why"]}', "refused") == ["why"]
