global using Microsoft.Extensions.Logging;
global using Orleans;
global using Orleans.Runtime;
global using XttsSaas.Abstractions.Ids;
global using XttsSaas.Abstractions.Results;
global using XttsSaas.Domain.Ports;
global using XttsSaas.Grains.Events;
global using XttsSaas.Grains.State;
// Orleans has an ErrorCode too.
global using ErrorCode = XttsSaas.Abstractions.Results.ErrorCode;
