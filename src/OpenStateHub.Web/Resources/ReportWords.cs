namespace OpenStateHub.Web.Resources;

/// <summary>Names the words about reporting, answering and measuring: ReportWords.resx in Spanish, ReportWords.en.resx in English.</summary>
public sealed class ReportWords;
