using System.Globalization;

namespace RevenueModel.Tests.Helpers;

/// <summary>The cultures whose decimal separators, minus signs, casing and calendars differ most from the invariant
/// one.</summary>
internal static class Culture
{
    public static readonly string[] Names = ["de-DE", "tr-TR", "ar-SA", "fa-IR", "sv-SE"];

    /// <summary>Returns the result of a function on a thread with a culture.</summary>
    public static T In<T>(string culture, Func<T> function)
    {
        (CultureInfo before, CultureInfo beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            return function();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }
    }
}
