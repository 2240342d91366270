"""Numba's compiler with a single round of optimisation.

Numba optimises every function by itself, again as what others may call, and a third time with all that it calls; for
functions that others may call it also makes machine code. Our kernels that are called by kernels are inlined and never
run themselves. So they are handed on as they are, and a kernel is optimised once, with all that it calls in it.

It is compiled for a processor that most have (`align.lattice.processor`), so that its results are the same on all.
"""

from functools import cache
from typing import Any

from numba.core import codegen, compiler, compiler_machinery, typed_passes

from align.lattice.linking import part_of_numba
from align.lattice.processor import BASELINE, has_baseline

_Library: Any = codegen.JITCodeLibrary
_Codegen: Any = codegen.JITCPUCodegen
_Compiler: Any = compiler.CompilerBase
_Passes: Any = compiler.DefaultPassBuilder
_NativeLowering: Any = typed_passes.NativeLowering
_register: Any = compiler_machinery.register_pass


class LeanCompiler(_Compiler):  # type: ignore[misc]
    """The pipeline of numba, with another last step."""

    def define_pipelines(self) -> list[Any]:
        """Return the one pipeline."""
        # Numba counts the functions of a process, and the number is part of their names: of one length in all of them,
        # the same kernel has the same code.
        self.state.func_id.unique_id = f"{self.state.func_id.unique_id:06}"
        pipeline = _Passes.define_nopython_pipeline(self.state)
        pipeline.passes = [(_Lowering if step is _NativeLowering else step, told) for step, told in pipeline.passes]
        pipeline._finalized = False
        pipeline.finalize()
        return [pipeline]


class _Baseline(_Codegen):  # type: ignore[misc]
    """What makes code for the processor that most have."""

    def _get_host_cpu_name(self) -> str:
        return BASELINE

    def _get_host_cpu_features(self) -> str:
        return ""  # those that the name stands for


@cache
def _baseline() -> _Baseline:
    return _Baseline("align.lattice")


class _Whole(_Library):  # type: ignore[misc]
    """The code of a kernel, with all that it calls."""

    def _optimize_functions(self, module: Any) -> None:
        module.data_layout = self._codegen._data_layout

    def _optimize_final_module(self) -> None:
        passes, builder = self._codegen._module_pass_manager()
        passes.run(self._final_module, builder)


class _Part(_Whole):
    """The code of a kernel that others call: nothing is done to it before it is in one of them."""

    def _optimize_final_module(self) -> None:
        pass

    def _finalize_final_module(self) -> None:
        self._finalize_dynamic_globals()
        self._finalized = True


@_register(mutates_CFG=True, analysis_only=False)
class _Lowering(_NativeLowering):  # type: ignore[misc]
    """From what numba knows of a function to code."""

    _name = "lean_lowering"

    def run_pass(self, state: Any) -> bool:
        """Make the code; only what can be called from Python is compiled to the end."""
        inner = state.flags.forceinline
        maker = _baseline() if has_baseline() else state.targetctx.codegen()
        library: Any = (_Part if inner else _Whole)(maker, state.func_id.func_qualname)
        library.enable_object_caching()
        state.library = library
        state.flags.no_compile = inner
        done: bool = super().run_pass(state)
        if inner:
            made = state["cr"]
            module, name = made.fndesc.lookup_module(), made.fndesc.qualname.rpartition(".")[2]
            # Numba knows a function by what would call it from Python; this one is never called.
            caller = part_of_numba("_dynfunc").make_function(module, name, "", 0, made.env, (library,))
            state["cr"] = made._replace(cfunc=caller)
            state.targetctx.insert_user_function(caller, made.fndesc, [library])
        return done
