namespace Orleans;

/// <summary>
/// The event ids of the host's own log. Nothing here writes them: the name is here so that a product type of the
/// same name is ambiguous on both stacks or on none.
/// </summary>
public enum ErrorCode
{
    Runtime = 100000,
}
