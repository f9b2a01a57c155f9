namespace Orleans.Calls;

/// <summary>The names by which filters know interfaces: the full type name, without the assembly.</summary>
internal static class InterfaceNames
{
    public static string Of(Type type)
    {
        if (!type.IsGenericType)
            return (type.FullName ?? type.Name).Replace('+', '.');

        var definition = type.GetGenericTypeDefinition().FullName!.Replace('+', '.');
        return $"{definition}[{string.Join(',', type.GetGenericArguments().Select(Of))}]";
    }
}
