using OpenStateHub.Integration.Tests.Fixtures;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(WaitersFirst))]

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>A class that spends its time on other processes: their starts, their kills, the clocks that they wait for.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WaitsForProcessesAttribute : Attribute;

/// <summary>Begins with the classes that wait long, so that none of them is the last and the others have something to fill.</summary>
internal sealed class WaitersFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection
    {
        var waiting = typeof(WaitersFirst).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(WaitsForProcessesAttribute), inherit: false))
            .Select(type => type.FullName!)
            .ToHashSet();
        return [.. testCollections.OrderByDescending(collection => waiting.Any(name => collection.TestCollectionDisplayName.Contains($" {name} ", StringComparison.Ordinal)))];
    }
}
