global using Orleans;
global using XttsSaas.Abstractions.Ids;
global using XttsSaas.Abstractions.Results;
global using XttsSaas.Web.Problems;
