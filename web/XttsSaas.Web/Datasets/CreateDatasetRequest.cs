namespace XttsSaas.Web.Datasets;

public sealed record CreateDatasetRequest(string? Name, string? Language);
