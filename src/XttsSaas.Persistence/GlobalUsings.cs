global using Microsoft.EntityFrameworkCore;
global using XttsSaas.Abstractions.Ids;
global using XttsSaas.Abstractions.Results;
