using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>Finds a grain's constructor and its arguments: persistent states, the context itself, services.</summary>
internal static class GrainFactoryMethod
{
    private static readonly MethodInfo BindState =
        typeof(GrainFactoryMethod).GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Func<IServiceProvider, Activation, object> For(Type type)
    {
        var constructors = type.GetConstructors();
        var constructor = constructors.FirstOrDefault(candidate => candidate.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? constructors.MaxBy(candidate => candidate.GetParameters().Length)
            ?? throw new InvalidOperationException($"Grain class {type.FullName} needs a public constructor.");
        var arguments = Array.ConvertAll(constructor.GetParameters(), Argument);
        var invoker = ConstructorInvoker.Create(constructor);
        return (services, activation) =>
            invoker.Invoke(Array.ConvertAll(arguments, argument => argument(services, activation)).AsSpan());
    }

    private static Func<IServiceProvider, Activation, object?> Argument(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
            return State(parameter, state);
        if (parameter.ParameterType == typeof(IGrainContext))
            return static (_, activation) => activation;
        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
            return (services, _) => services.GetRequiredKeyedService(parameter.ParameterType, keyed.Key);
        if (parameter.HasDefaultValue)
            return (services, _) => services.GetService(parameter.ParameterType) ?? parameter.DefaultValue;

        return (services, _) => services.GetRequiredService(parameter.ParameterType);
    }

    private static Func<IServiceProvider, Activation, object?> State(ParameterInfo parameter, PersistentStateAttribute attribute)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new ArgumentException($"Parameter '{parameter.Name}' on the constructor for '{parameter.Member.DeclaringType}' has an "
                + $"unsupported type, '{type}'. It must be an instance of generic type '{typeof(IPersistentState<>)}' because it has an "
                + "associated [PersistentState(...)] attribute.", parameter.Name);
        }

        var bind = BindState.MakeGenericMethod(type.GetGenericArguments())
            .CreateDelegate<Func<IServiceProvider, Activation, PersistentStateAttribute, object>>();
        return (services, activation) => bind(services, activation, attribute);
    }

    private static object Bind<T>(IServiceProvider services, Activation activation, PersistentStateAttribute attribute)
    {
        var named = !string.IsNullOrWhiteSpace(attribute.StorageName);
        var storage = named
            ? services.GetKeyedService<IGrainStorage>(attribute.StorageName)
            : services.GetService<IGrainStorage>();
        if (storage is null)
        {
            throw new BadProviderConfigException(named
                ? $"No storage provider named \"{attribute.StorageName}\" found loading grain type {activation.GrainId.Type}."
                : $"No default storage provider found loading grain type {activation.GrainId.Type}.");
        }

        var state = new PersistentState<T>(attribute.StateName, activation.GrainId, storage);
        activation.AddState(state);
        return state;
    }
}
