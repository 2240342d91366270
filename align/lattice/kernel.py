"""How numba compiles the kernels: functions that read arrays and fill others which their caller has made.

Where they have to be compiled, whoever runs versalign first waits until all are. So they are easy to compile: they
allocate nothing, so that numba need not count references (`_nrt`), and they use no function of numpy on arrays, since
numba would compile each of those anew: `np.zeros` alone takes a seventh of a second for every new kind of array, the
assignment of one slice to another more than a second. What calls a kernel is plain Python and numpy.

Those that the command needs come compiled with the package (`align.lattice.shipped`). Where these cannot be used, they
are compiled once and kept where `align.lattice.kept` says. In either case numba is not even imported.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import RLock
from typing import Any, TypeVar

from numpy import ndarray

from align.lattice.alone import import_numba
from align.lattice.kept import kernel_folder
from align.lattice.native import Kind, keep_native, kind_of, load_native
from align.lattice.shipped import load_shipped

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

_PLAIN: dict[str, Any] = {"error_model": "numpy", "no_cfunc_wrapper": True, "_nrt": False, "no_rewrites": True}
_FAST: dict[str, Any] = {**_PLAIN, "fastmath": True}
_PART: dict[str, Any] = {"forceinline": True, "no_cpython_wrapper": True}
_LOCK = RLock()


def exact(function: Kernel) -> Kernel:
    """Compile a kernel whose numbers are worked out in the order in which it is written."""
    return _compiled(function, _PLAIN)


def fast(function: Kernel) -> Kernel:
    """Compile a kernel whose sums may be reordered."""
    return _compiled(function, _FAST)


def inlined(function: Kernel) -> Kernel:
    """Compile a kernel into those that call it, each time anew; it cannot be called from Python."""
    return _compiled(function, {**_FAST, **_PART})


def inlined_fused(function: Kernel) -> Kernel:
    """Compile a kernel as `inlined_exact` does, but a product and the sum that it goes into may be one operation."""
    return _compiled(function, {**_PLAIN, **_PART, "fastmath": {"contract"}})


def inlined_exact(function: Kernel) -> Kernel:
    """Compile a kernel as `inlined` does, whose numbers are worked out in the order in which it is written."""
    return _compiled(function, {**_PLAIN, **_PART})


def parallel(function: Kernel) -> Kernel:
    """Compile a function whose loops are shared among threads; it may allocate arrays."""
    return _compiled(function, {"parallel": True})


def fast_parallel(function: Kernel) -> Kernel:
    """Compile a function as `parallel` does, whose sums may be reordered."""
    return _compiled(function, {"parallel": True, "fastmath": True})


def _compiled(function: Kernel, options: dict[str, Any]) -> Kernel:
    """Return the kernel, compiled when it is called and then kept."""
    kernel: Any = _CompiledKernel(function, options)
    return kernel  # type: ignore[no-any-return]


class _CompiledKernel:
    """A kernel that is linked, or else compiled, when it is first called with arguments of a kind."""

    def __init__(self, function: Callable[..., Any], options: dict[str, Any]) -> None:
        self._function, self._options = function, options
        self._ready: dict[Kind, Callable[..., Any]] = {}  # by kind, and by what is seen of it at once
        self._see: Callable[..., Kind] = _see_nothing
        self._dispatcher: Any = None
        self._kind: Kind | None = None  # what is being compiled
        self._links = not options.get("parallel")  # threads come with numba alone

    def __call__(self, *arguments: Any) -> Any:
        """Run the kernel."""
        try:
            ready = self._ready.get(self._see(*arguments))
        except (AttributeError, TypeError):  # arguments of another kind
            ready = None
        return (ready or self._prepare(arguments))(*arguments)

    @property
    def _numba_type_(self) -> Any:
        """What numba asks for where another kernel calls this one."""
        return self._numba()._numba_type_

    def _prepare(self, arguments: tuple[Any, ...]) -> Callable[..., Any]:
        """Return what runs the kernel for one kind of arguments: shipped, kept, or else compiled by numba now."""
        kind = kind_of(arguments)
        with _LOCK:
            ready = self._ready.get(kind) or (self._load(kind) if self._links else None)
            if ready is None:
                self._kind = kind
                dispatcher = self._numba()
                from align.lattice.compiling import compiled_for

                ready = compiled_for(dispatcher, arguments)
                self._kind = None
            self._ready[kind] = ready
            if self._see is _see_nothing:
                self._see = _reader(arguments)
            with suppress(AttributeError, TypeError):  # arguments that are read in another way than those before
                seen = self._see(*arguments)
                if not any(told is ndarray for told in seen):  # of which more would have to be seen
                    self._ready[seen] = ready
            return ready

    def _load(self, kind: Kind) -> Callable[..., Any] | None:
        """Return what was compiled before."""
        ready = load_shipped(self._function, kind)
        folder = kernel_folder() if ready is None else None
        return ready if folder is None else load_native(self._function, kind, folder)

    def _numba(self) -> Any:
        """Return numba's dispatcher."""
        with _LOCK:
            if self._dispatcher is None:
                import_numba()
                from align.lattice.compiling import dispatcher_of

                self._dispatcher = dispatcher_of(self._function, self._options, self._keep)
            return self._dispatcher

    def _keep(self, compiled: Any) -> None:
        folder = kernel_folder()
        if self._kind is not None and folder is not None:
            keep_native(self._function, self._kind, folder, compiled)


def _see_nothing(*_: Any) -> Kind:
    """Return the kind of no arguments."""
    return ()


def _reader(arguments: tuple[Any, ...]) -> Callable[..., Kind]:
    """Return a function that returns of arguments like these their kind, and something more, in the least time.

    Of an array that is its type, dimensions and flags. It is written out for them, as a loop over the arguments took a
    twentieth of the time in which short articles are aligned.
    """
    names = [f"given{number}" for number in range(len(arguments))]
    told = [
        f"{name}.dtype, {name}.ndim, {name}.flags.num" if type(given) is ndarray else f"type({name})"
        for name, given in zip(names, arguments, strict=True)
    ]
    reader: Callable[..., Kind] = eval(f"lambda {', '.join(names)}: ({', '.join(told)},)")
    return reader
