using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenStateHub.Core.Accounts.Factors;
using OpenStateHub.Core.Accounts.Linked;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts;

/// <summary>ASP.NET Core Identity on the tables of the tenant. Row-level security makes every look-up one of this place's people.</summary>
public static class AccountServices
{
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(2);

    private const int AttemptsBeforeLockout = 5;
    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    public static IServiceCollection AddAccounts(this IServiceCollection services, IReadOnlyList<X509Certificate2> keyCertificates)
    {
        services.AddDataProtection().SetApplicationName("OpenStateHub").Protect(keyCertificates);
        services.AddSingleton<ProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((options, keys) => options.XmlRepository = keys);

        services.AddIdentityCore<Person>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLockout;
                options.Lockout.DefaultLockoutTimeSpan = Lockout;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddUserStore<UserOnlyStore<Person, HubDbContext, Guid>>()
            .AddTokenProvider<DataProtectorTokenProvider<Person>>(TokenOptions.DefaultProvider);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = ResetLifetime);

        services.AddScoped<AuthenticatorSecret>();
        services.AddScoped<FactorKeeping>();
        services.AddScoped<Passes>();

        // Ours alone: the framework's rule asks for capitals, figures and signs.
        services.RemoveAll<IPasswordValidator<Person>>();
        services.AddScoped<IPasswordValidator<Person>, PasswordRule>();
        return services;
    }
}
