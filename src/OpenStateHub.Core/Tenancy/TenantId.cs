namespace OpenStateHub.Core.Tenancy;

/// <summary>The id of a place. Its own type, because mixing it up with another id is the one mistake we cannot afford.</summary>
public readonly record struct TenantId(Guid Value)
{
    /// <summary>The one national tenant of a hub; the migrations insert it, and the database's national policies name it.</summary>
    public static readonly TenantId National = new(new Guid("00000000-0000-7000-8000-000000000001"));

    public static TenantId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
