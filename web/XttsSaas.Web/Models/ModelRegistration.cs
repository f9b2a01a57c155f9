namespace XttsSaas.Web.Models;

public static class ModelRegistration
{
    public static WebApplicationBuilder AddModels(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section)
            .Validate(options => !string.IsNullOrWhiteSpace(options.Default), $"{ModelOptions.Section}:Default is empty; must name a base model")
            .ValidateOnStart();
        builder.Services.AddSingleton<ModelCatalogue>();
        return builder;
    }
}
