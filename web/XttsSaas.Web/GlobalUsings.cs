global using Orleans;
global using XttsSaas.Abstractions.Ids;
global using XttsSaas.Abstractions.Results;
global using XttsSaas.Web.Problems;
// Orleans has an ErrorCode too.
global using ErrorCode = XttsSaas.Abstractions.Results.ErrorCode;
