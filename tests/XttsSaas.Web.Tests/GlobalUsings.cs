global using System.Net;
global using System.Net.Http.Json;
global using System.Text.Json;
global using Orleans;
global using XttsSaas.Abstractions.Ids;
global using XttsSaas.Abstractions.Results;
global using XttsSaas.Web.Tests.Hosting;
// Orleans has an ErrorCode too.
global using ErrorCode = XttsSaas.Abstractions.Results.ErrorCode;
