using System.Collections.Concurrent;
using System.Reflection;

namespace Orleans.Runtime;

/// <summary>The grain classes of this process: those of every assembly that references this one, loaded or not yet.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<GrainType, GrainClass> _byType = [];
    private readonly ConcurrentDictionary<Type, GrainClass> _byInterface = new();

    public GrainClasses()
    {
        foreach (var type in Assemblies().SelectMany(TypesOf).Where(IsGrainClass))
        {
            var grainClass = new GrainClass(type);
            if (!_byType.TryAdd(grainClass.GrainType, grainClass))
            {
                throw new OrleansConfigurationException($"The grain classes {type.FullName} and {_byType[grainClass.GrainType].Type.FullName} "
                    + $"have the same name '{grainClass.GrainType}'. Give one of them a [GrainType].");
            }
        }
    }

    public GrainClass Get(GrainType grainType) => _byType.TryGetValue(grainType, out var grainClass)
        ? grainClass
        : throw new ArgumentException($"Could not find an implementation for grain type {grainType}.");

    /// <summary>The class behind an interface; a class-name prefix decides between several.</summary>
    public GrainClass Get(Type interfaceType, string? classNamePrefix)
    {
        if (classNamePrefix is null)
            return _byInterface.GetOrAdd(interfaceType, key => Find(key, null));

        return Find(interfaceType, classNamePrefix);
    }

    private GrainClass Find(Type interfaceType, string? prefix)
    {
        var found = _byType.Values.Where(candidate => interfaceType.IsAssignableFrom(candidate.Type)
            && (prefix is null || candidate.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal))).ToArray();
        if (found.Length > 1)
        {
            // The class that implements the interface itself goes before those of interfaces derived from it.
            var direct = found.Where(candidate => !candidate.Type.GetInterfaces()
                .Any(other => other != interfaceType && interfaceType.IsAssignableFrom(other))).ToArray();
            if (direct.Length == 1)
                return direct[0];
        }

        return found.Length switch
        {
            1 => found[0],
            0 => throw new ArgumentException($"Could not find an implementation for interface {interfaceType.FullName}"),
            _ => throw new ArgumentException($"Unable to identify a single appropriate grain type for interface {interfaceType.FullName}. "
                + $"Candidates: {string.Join(", ", found.Select(candidate => candidate.GrainType))}"),
        };
    }

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
        && typeof(IGrain).IsAssignableFrom(type)
        && typeof(IGrainBase).IsAssignableFrom(type);

    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return [.. exception.Types.OfType<Type>()];
        }
    }

    private static HashSet<Assembly> Assemblies()
    {
        var own = typeof(GrainClasses).Assembly.GetName().Name;
        var seen = new HashSet<string>();
        var found = new HashSet<Assembly>();
        var roots = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic).ToList();
        if (Assembly.GetEntryAssembly() is { } entry)
            roots.Add(entry);
        foreach (var root in roots)
            Visit(root);

        return found;

        bool Visit(Assembly assembly)
        {
            var name = assembly.GetName().Name!;
            if (!seen.Add(name))
                return found.Contains(assembly) || name == own;

            var uses = name == own;
            foreach (var reference in assembly.GetReferencedAssemblies())
            {
                if (IsFramework(reference.Name!))
                    continue;

                if (reference.Name == own)
                    uses = true;
                else if (TryLoad(reference) is { } loaded)
                    uses |= Visit(loaded);
            }

            if (uses && name != own)
                found.Add(assembly);

            return uses;
        }
    }

    private static bool IsFramework(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal)
        || name is "System" or "mscorlib" or "netstandard";

    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            return null;
        }
    }
}
