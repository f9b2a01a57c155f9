using System.Collections.Frozen;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Pickle;

/// <summary>
/// The rule for names in a pickle. No name is ever resolved, imported or called; the rule decides what the file is taken for:
/// 1. names that tensors are made of are understood (<see cref="PickleCallable"/>);
/// 2. classes of plain values are skipped as opaque: everything in the packages <c>TTS</c>, <c>coqpit</c> and <c>trainer</c>, whose
///    configuration objects checkpoints carry, and the value classes listed here;
/// 3. any other name refuses the file when it is mentioned, called or not: no checkpoint needs it, and an attack does. A dotted name such
///    as <c>os.system</c> inside an allowed package is refused too, because Python would follow it out of the package.
/// </summary>
internal static class PickleNames
{
    private static readonly string[] OpaquePackages = ["TTS", "coqpit", "trainer"];

    private static readonly FrozenDictionary<string, PickleGlobal> Known = Understood().Concat(Values()).ToFrozenDictionary(name => name.Name, StringComparer.Ordinal);

    /// <summary>Null when the name refuses the file.</summary>
    public static PickleGlobal? Find(string module, string name)
    {
        var full = $"{module}.{name}";
        if (Known.TryGetValue(full, out var known))
            return known;
        var dot = module.IndexOf('.', StringComparison.Ordinal);
        var package = dot < 0 ? module : module[..dot];
        return OpaquePackages.Contains(package, StringComparer.Ordinal) && !name.Contains('.', StringComparison.Ordinal)
            ? new PickleGlobal(full, PickleCallable.Opaque)
            : null;
    }

    private static IEnumerable<PickleGlobal> Understood()
    {
        yield return new("torch._utils._rebuild_tensor_v2", PickleCallable.Tensor);
        yield return new("torch._utils._rebuild_tensor", PickleCallable.Tensor);
        yield return new("torch._utils._rebuild_parameter", PickleCallable.Parameter);
        yield return new("torch._utils._rebuild_parameter_with_state", PickleCallable.Parameter);
        yield return new("torch._tensor._rebuild_from_type_v2", PickleCallable.TypedTensor);
        yield return new("torch.Size", PickleCallable.Size);
        yield return new("collections.OrderedDict", PickleCallable.Dict);
        yield return new("collections.defaultdict", PickleCallable.Dict);
        (string, TensorType)[] storages =
        [
            ("Float", TensorType.F32), ("Half", TensorType.F16), ("BFloat16", TensorType.BF16), ("Double", TensorType.F64), ("Long", TensorType.I64),
            ("Int", TensorType.I32), ("Short", TensorType.I16), ("Char", TensorType.I8), ("Byte", TensorType.U8), ("Bool", TensorType.BOOL),
        ];
        foreach (var (prefix, type) in storages)
        {
            yield return new($"torch.{prefix}Storage", PickleCallable.Storage, type);
            yield return new($"torch.storage.{prefix}Storage", PickleCallable.Storage, type);
        }
        yield return new("torch.storage.UntypedStorage", PickleCallable.Storage, TensorType.U8);
    }

    private static IEnumerable<PickleGlobal> Values()
    {
        string[] builtins = ["set", "frozenset", "list", "tuple", "dict", "bytes", "bytearray", "str", "int", "long", "float", "bool", "complex", "object", "range", "slice"];
        string[] types = ["float16", "float32", "float64", "bfloat16", "uint8", "int8", "int16", "int32", "int64", "bool", "device", "Tensor"];
        string[] paths = ["PosixPath", "PurePosixPath", "WindowsPath", "PureWindowsPath"];
        string[] times = ["date", "time", "datetime", "timedelta", "timezone"];
        string[] others =
        [
            "_codecs.encode", "copyreg._reconstructor", "copy_reg._reconstructor", "argparse.Namespace", "types.SimpleNamespace", "torch.nn.parameter.Parameter",
            "numpy.dtype", "numpy.ndarray", "numpy.core.multiarray.scalar", "numpy.core.multiarray._reconstruct", "numpy._core.multiarray.scalar", "numpy._core.multiarray._reconstruct",
        ];
        return builtins.SelectMany(name => (string[])[$"builtins.{name}", $"__builtin__.{name}"])
            .Concat(types.Select(name => $"torch.{name}"))
            .Concat(paths.SelectMany(name => (string[])[$"pathlib.{name}", $"pathlib._local.{name}"]))
            .Concat(times.Select(name => $"datetime.{name}"))
            .Concat(others)
            .Select(name => new PickleGlobal(name, PickleCallable.Opaque));
    }
}
