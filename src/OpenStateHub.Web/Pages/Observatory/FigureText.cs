using OpenStateHub.Core.Observatory;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>A figure of the registry as people read it; null where there is none, which is not zero.</summary>
internal static class FigureText
{
    public static string? Of(Metric metric, decimal? value) => value switch
    {
        null => null,
        { } percent when metric.IsPercent => Numbers.Percent(percent),
        { } whole => Numbers.Whole((long)whole),
    };
}
