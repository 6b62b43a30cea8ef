from index.segments.files import Array

def top_k(
    inputs: tuple[Array, ...],
    outputs: tuple[Array, Array, Array],
    k1: float,
    b: float,
    average: float,
    floor: float,
    /,
) -> int: ...
