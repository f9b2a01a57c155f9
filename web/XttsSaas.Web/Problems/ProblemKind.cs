namespace XttsSaas.Web.Problems;

/// <summary>How a failure looks in HTTP.</summary>
public sealed record ProblemKind(int Status, string Title);
