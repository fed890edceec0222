using Npgsql;
using OpenStateHub.Core;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Jobs;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web;
using OpenStateHub.Web.Api;
using OpenStateHub.Web.Jobs;
using OpenStateHub.Web.Pages.ActionPlans;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Pages.BackOffice.Offers;
using OpenStateHub.Web.Pages.BackOffice.Quick;
using OpenStateHub.Web.Pages.BackOffice.Network;
using OpenStateHub.Web.Pages.BackOffice.Reports;
using OpenStateHub.Web.Pages.BackOffice.Roadmaps;
using OpenStateHub.Web.Pages.BackOffice.Votes;
using OpenStateHub.Web.Pages.Files;
using OpenStateHub.Web.Pages.Following;
using OpenStateHub.Web.Pages.Invitations;
using OpenStateHub.Web.Pages.Observatory;
using OpenStateHub.Web.Pages.OpenData;
using OpenStateHub.Web.Pages.Privacy;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Pages.Tracking;
using OpenStateHub.Web.Pages.Tracking.Cutoffs;
using OpenStateHub.Web.Pages.Tracking.Duties;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Telemetry;
using OpenStateHub.Web.Tenancy;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
// All at once: no worker begins anything new while the last requests end.
builder.Services.Configure<HostOptions>(options => (options.ShutdownTimeout, options.ServicesStopConcurrently) = (Health.LongestStop, true));
Exports.Add(builder);

builder.Services.AddHub(builder.Configuration.GetConnectionString("Hub")
    ?? throw new InvalidOperationException("ConnectionStrings__Hub is not set: the site needs a database, as the role hub_app."),
    builder.Configuration["HUB_DATA"],
    KeyCertificates.Read(builder.Configuration[KeyCertificates.FilesSetting], builder.Configuration[KeyCertificates.PasswordSetting]));
builder.Services.AddTenantHosts(builder.Configuration);
builder.Services.AddTrustedProxies(builder.Configuration);
builder.Services.AddHubLanguages();
builder.Services.AddSingleton<SiteFacts>();
builder.Services.AddHubJobs(builder.Services.AddMail(builder.Configuration));
builder.Services.AddBackup(builder.Configuration);
builder.Services.AddHubApi();
builder.Services.AddScoped<CommitmentsCsv>();
builder.Services.AddScoped<AgreementReminders>();
builder.Services.AddScoped<ArcoLetters>();
builder.Services.AddNightlyWork<ArcoLetters>((work, ct) => work.ExecuteAsync(ct));
builder.Services.AddNightlyWork<AgreementReminders>((work, ct) => work.ExecuteAsync(ct));
builder.Services.AddScoped<FollowerLetters>();
builder.Services.AddScoped<CommentLetters>();
builder.Services.AddScoped<PlanSteps>();
builder.Services.AddScoped<QuickPlan>();
builder.Services.AddScoped<OfferLetters>();
builder.Services.AddScoped<RoadmapSentences>();
builder.Services.AddScoped<FindRoadmapPage>();
builder.Services.AddScoped<DecisionSentences>();
builder.Services.AddScoped<DecisionLetters>();
builder.Services.AddScoped<VoteChoices>();
builder.Services.AddSingleton<ChangeEvents>();
builder.Services.AddScoped<FormKeeping>();
builder.Services.AddScoped<FileUpload>();
builder.Services.AddScoped<SessionTimes>();
builder.Services.AddScoped<SessionLetters>();
builder.Services.AddScoped<ReceiveEvidence>();
builder.Services.AddMatters();
builder.Services.AddScoped<NetworkLetters>();
builder.Services.AddScoped<OfficeRooms>();
builder.Services.AddScoped<SessionCalendar>();
builder.Services.AddScoped<SessionReminders>();
builder.Services.AddScoped<MinutesText>();
builder.Services.AddNightlyWork<SessionReminders>((work, ct) => work.ExecuteAsync(ct));
builder.Services.AddScoped<CutoffLetters>();
builder.Services.AddScoped<PlaceLetters>();
builder.Services.AddScoped<Refusals>();
builder.Services.AddScoped<DutySentences>();
builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", timeout: Health.LongestCheck);
builder.Services.AddSignIn();
builder.Services.AddForms();
builder.Services.AddRazorPages(options =>
{
    // What anybody may open. Everything else asks who is there.
    options.Conventions.AllowAnonymousToPage("/Error");
    options.Conventions.AllowAnonymousToFolder("/Observatory");
    options.Conventions.AllowAnonymousToFolder("/Tracking");
    options.Conventions.AllowAnonymousToFolder("/Secretariat");
    options.Conventions.AllowAnonymousToFolder("/OpenData");
    options.Conventions.AllowAnonymousToFolder("/Network");
    options.Conventions.AllowAnonymousToFolder("/ActionPlans");
    options.Conventions.AllowAnonymousToFolder("/Ledger");
    options.Conventions.AllowAnonymousToPage("/Files/Document");
    options.Conventions.AllowAnonymousToFolder("/Following");
    options.Conventions.AllowAnonymousToPage("/Readiness/Published");
    options.Conventions.AllowAnonymousToPage("/Privacy/Notice");
    options.Conventions.AllowAnonymousToPage("/Privacy/Arco");
    options.Conventions.AllowAnonymousToPage("/Privacy/ArcoState");
    options.Conventions.AllowAnonymousToFolder("/Accounts/Door");
    options.Conventions.AllowAnonymousToFolder("/Development");
});

var app = builder.Build();

app.UseBench();
app.UseForwardedHeaders();
app.UseRequestNames();
app.UseSecureHeaders();
app.UseHubErrors();
app.UseHubHealth();
app.UseRouting();
app.UseRouteNames();
app.UseTenants();
app.UseRequestLocalization();
app.UseCors();
app.UseKeptPages();
app.UseSuspension();
app.UseSignIn();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.MapHubApi();
var files = app.MapGroup("").AnswerHead().AllowAnonymous();
CommitmentsCsv.Map(files);
CutoffFiles.Map(files);
DutiesCsv.Map(files);
PlacesCsv.Map(files);
AgreementsCsv.Map(files);
PopoloFile.Map(files);
ChainsFile.Map(files);
BrandFiles.Map(files);
VersionText.Map(files);
ChangesCsv.Map(files);
ObstaclesCsv.Map(files);
FileDownload.Map(files);
SessionCalendar.Map(files);
MinutesFile.Map(files);
ChangeEvents.Map(files);
FeedFile.Map(files);

await Wall.RefuseMightyRoleAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None);

if (app.Services.GetRequiredService<FileRoot>().WhyUnwritable() is { } reason)
{
    await Console.Error.WriteLineAsync(reason);
    return 1;
}

await app.Services.GetRequiredService<HostMap>().LoadAsync(CancellationToken.None);
await app.Services.GetRequiredService<SiteFacts>().LoadAsync(CancellationToken.None);
app.SayWhereMailGoes();
await app.RunAsync();
return 0;

/// <summary>The entry point, named for the tests that start the site in their own process.</summary>
public sealed partial class Program;
