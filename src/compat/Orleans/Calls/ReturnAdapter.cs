using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>Turns what a method returns into an awaited value on the grain's side, and back on the caller's side.</summary>
internal abstract class ReturnAdapter
{
    /// <summary>The type of the value itself: T of Task&lt;T&gt;, or object when there is none.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Awaits the method's own return value.</summary>
    public abstract ValueTask<object?> Await(object? returned);

    /// <summary>What the caller gets for a call on its way.</summary>
    public abstract object? Wrap(Task<object?> response);

    /// <summary>The stream behind the method, or null for methods that answer once.</summary>
    public virtual object? Stream(GrainReference target, MethodDescriptor method, object?[] arguments) => null;

    public static ReturnAdapter For(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(void))
            return new VoidAdapter();
        if (type == typeof(Task))
            return new TaskAdapter();
        if (type == typeof(ValueTask))
            return new ValueTaskAdapter();
        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var adapter = definition == typeof(Task<>) ? typeof(TaskAdapter<>)
                : definition == typeof(ValueTask<>) ? typeof(ValueTaskAdapter<>)
                : definition == typeof(IAsyncEnumerable<>) ? typeof(Enumeration.StreamAdapter<>)
                : null;
            if (adapter is not null)
                return (ReturnAdapter)Activator.CreateInstance(adapter.MakeGenericType(type.GetGenericArguments()))!;
        }

        throw new NotSupportedException($"{method.DeclaringType}.{method.Name} returns {type}: a grain method "
            + "returns Task, ValueTask, either of a value, or IAsyncEnumerable.");
    }

    private sealed class VoidAdapter : ReturnAdapter
    {
        public override Type ValueType => typeof(string);

        public override ValueTask<object?> Await(object? returned) => default;

        public override object? Wrap(Task<object?> response) => null;
    }

    private sealed class TaskAdapter : ReturnAdapter
    {
        public override Type ValueType => typeof(string);

        public override async ValueTask<object?> Await(object? returned)
        {
            await (Task)returned!;
            return null;
        }

        public override object Wrap(Task<object?> response) => response;
    }

    private sealed class ValueTaskAdapter : ReturnAdapter
    {
        public override Type ValueType => typeof(string);

        public override async ValueTask<object?> Await(object? returned)
        {
            await (ValueTask)returned!;
            return null;
        }

        public override object Wrap(Task<object?> response) => new ValueTask(response);
    }

    private sealed class TaskAdapter<T> : ReturnAdapter
    {
        public override Type ValueType => typeof(T);

        public override async ValueTask<object?> Await(object? returned) => await (Task<T>)returned!;

        public override object Wrap(Task<object?> response) => Unwrap(response);

        private static async Task<T> Unwrap(Task<object?> response) => (T)(await response.ConfigureAwait(false))!;
    }

    private sealed class ValueTaskAdapter<T> : ReturnAdapter
    {
        public override Type ValueType => typeof(T);

        public override async ValueTask<object?> Await(object? returned) => await (ValueTask<T>)returned!;

#pragma warning disable CA2012 // The proxy hands the boxed ValueTask to the caller, who consumes it once.
        public override object Wrap(Task<object?> response) => Unwrap(response);
#pragma warning restore CA2012

        private static async ValueTask<T> Unwrap(Task<object?> response) => (T)(await response.ConfigureAwait(false))!;
    }
}
