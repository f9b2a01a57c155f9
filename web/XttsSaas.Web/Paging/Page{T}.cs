namespace XttsSaas.Web.Paging;

/// <summary>One page of a list; <paramref name="Next"/> goes into <c>after</c> for the next one and is null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Data, string? Next);
