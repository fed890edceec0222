using System.Globalization;

namespace OpenStateHub.Web.Resources;

/// <summary>Dates written out: "25 de agosto de 2015", "25 August 2015".</summary>
public static class Dates
{
    public static string Words(DateOnly day) => Languages.IsEnglish
        ? day.ToString("d MMMM yyyy", Languages.English)
        : day.ToString("d 'de' MMMM 'de' yyyy", Languages.Spanish);

    /// <summary>"25 de agosto de 2015, 14:32".</summary>
    public static string Words(DateTime at) => $"{Words(DateOnly.FromDateTime(at))}, {at.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    public static string Machine(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
