global using Orleans;
global using Orleans.Concurrency;
global using XttsSaas.Abstractions.Ids;
global using XttsSaas.Abstractions.Results;
