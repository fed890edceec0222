using OpenStateHub.Core.Tracking.Chains;

namespace OpenStateHub.Web.Pages.Tracking;

internal static class ChainIcons
{
    public static string Of(ChainKind kind) => kind switch
    {
        ChainKind.Promised => "circle",
        ChainKind.Reported or ChainKind.Answered or ChainKind.Proposed => "circle-half",
        ChainKind.Confirmed or ChainKind.Changed or ChainKind.Decided => "check-circle",
        ChainKind.Verified => "patch-check-fill",
        ChainKind.Refused => "x-octagon-fill",
        _ => "slash-circle",
    };
}
