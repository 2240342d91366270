"""The throughput of a network is measured with the encoder that commands use."""

from eval.bench.network import _TINY, measure_network

TEXTS = ["The mill stands still.", "Le moulin ne tourne plus.", "Nobody has seen the miller since Sunday."]


def test_a_small_network_tells_its_size_and_speed() -> None:
    """It has the rows and the width that were asked for."""
    found = measure_network(TEXTS, rows=200, shape=_TINY)
    assert found["texts"] == 3
    assert found["parameters"] > 200 * 32
    assert 5 <= found["pieces_a_text"] <= 20
    assert found["texts_a_second"] > 0
