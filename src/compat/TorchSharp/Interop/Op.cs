using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// Calls an ATen operator by its schema name, "aten::add.Tensor". Arguments follow the schema's order; those left
/// out take the schema's defaults, so the same call fits every libtorch that knows the operator.
/// </summary>
internal static unsafe class Op
{
    private const int MaxResults = 8;
    private static readonly ConcurrentDictionary<string, nint> Found = new();

    internal static bool Exists(string name) => Find(name) != 0;

    /// <summary>An operator with one tensor as its result.</summary>
    internal static Tensor Call(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results);
        return new Tensor(results[0].Pointer);
    }

    /// <summary>An operator with two or more tensors as its results, of which the first two count.</summary>
    internal static (Tensor, Tensor) Call2(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MaxResults];
        var count = Invoke(name, arguments, results);
        for (var i = 2; i < count; i++) NativeMethods.ts_release(results[i].Pointer);
        return (new Tensor(results[0].Pointer), new Tensor(results[1].Pointer));
    }

    internal static (Tensor, Tensor, Tensor) Call3(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results);
        return (new Tensor(results[0].Pointer), new Tensor(results[1].Pointer), new Tensor(results[2].Pointer));
    }

    /// <summary>An operator whose result is a list of tensors.</summary>
    internal static Tensor[] CallMany(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results);
        var handles = new ReadOnlySpan<nint>((void*)results[0].Pointer, results[0].Count);
        var tensors = new Tensor[handles.Length];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new Tensor(handles[i]);
        NativeMethods.ts_free(results[0].Pointer);
        return tensors;
    }

    /// <summary>An operator whose result is a number or a truth value.</summary>
    internal static NativeValue CallValue(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results);
        return results[0];
    }

    /// <summary>An in-place operator: its result is its first argument.</summary>
    internal static Tensor InPlace(Tensor self, string name, params ReadOnlySpan<Argument> rest)
    {
        var arguments = new Argument[rest.Length + 1];
        arguments[0] = self;
        rest.CopyTo(arguments.AsSpan(1));
        var results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results);
        NativeMethods.ts_release(results[0].Pointer);
        return self;
    }

    private static int Invoke(string name, ReadOnlySpan<Argument> arguments, NativeValue* results)
    {
        var operation = Find(name);
        if (operation == 0) throw new ExternalException($"This libtorch ({torch.__version__}) has no operator {name}.");
        var values = stackalloc NativeValue[arguments.Length];
        var writer = new ArgumentWriter();
        try
        {
            for (var i = 0; i < arguments.Length; i++) values[i] = writer.Write(arguments[i]);
            var error = NativeMethods.ts_call(operation, values, arguments.Length, results, MaxResults, out var produced);
            NativeError.Check(error);
            return produced;
        }
        finally
        {
            writer.Dispose();
            // the finalizer must not release an operand while libtorch reads it
            foreach (var argument in arguments) GC.KeepAlive(argument.Object);
        }
    }

    private static nint Find(string name)
    {
        if (Found.TryGetValue(name, out var known)) return known;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var error = NativeMethods.ts_find_operator(dot < 0 ? name : name[..dot], dot < 0 ? "" : name[(dot + 1)..], out var operation);
        NativeError.Check(error);
        return Found.GetOrAdd(name, operation);
    }
}
