using XttsSaas.Web.Admin;
using XttsSaas.Web.Composition;
using XttsSaas.Web.Datasets;
using XttsSaas.Web.Events;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Keys;
using XttsSaas.Web.Models;
using XttsSaas.Web.OpenApi;
using XttsSaas.Web.Portal;
using XttsSaas.Web.Speech;
using XttsSaas.Web.Training;
using XttsSaas.Web.Uploads;
using XttsSaas.Web.Usage;
using XttsSaas.Web.Voices;

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddPlatform().AddProblems().AddIdentity().AddKeys().AddUploads().AddModels();
builder.AddVoices().AddDatasets().AddTraining().AddSpeech().AddEvents();
builder.AddApiDocument().AddHealth().AddPortal();

var app = builder.Build();
app.UseProblems().UsePortal().UseIdentity();

app.MapIdentity();
app.MapKeys();
app.MapModels();
app.MapVoices();
app.MapDatasets();
app.MapTraining();
app.MapSpeech();
app.MapUsage();
app.MapAdmin();
app.MapEvents();
app.MapApiDocument();
app.MapHealth();
app.MapPortal();

await app.PrintsUrlWhenReady().RunAsync();
