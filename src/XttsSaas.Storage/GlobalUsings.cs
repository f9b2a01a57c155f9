global using XttsSaas.Abstractions.Ids;
global using XttsSaas.Abstractions.Results;
