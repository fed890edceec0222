using System.Globalization;

namespace OpenStateHub.Integration.Tests.Resources;

/// <summary>Runs an assertion as a reader of one language sees it.</summary>
public static class Reading
{
    public static void In(string language, Action assertion) => In(CultureInfo.GetCultureInfo(language), assertion);

    public static void In(CultureInfo language, Action assertion)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language, language);
            assertion();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }
}
