using System.Text.Json;
using NodaTime.Serialization.SystemTextJson;

namespace RevenueModel.Json;

/// <summary>Adds RevenueModel to options of System.Text.Json.</summary>
public static class RevenueModelJsonExtensions
{
    /// <summary>Adds the converters of all types of RevenueModel, and those of NodaTime for dates and
    /// months.</summary>
    /// <param name="options">The options, such as those of ASP.NET Core. They must not be in use yet.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The options are read-only, because they are in use.</exception>
    /// <remarks>
    /// Other types and settings of the options stay as they are. Unknown and repeated members of RevenueModel's
    /// records are refused whatever the options say. Adding twice has no further effect.
    /// </remarks>
    public static JsonSerializerOptions AddRevenueModel(this JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Converters.Any(static converter => converter is RevenueModelConverterFactory))
        {
            options.Converters.Add(new RevenueModelConverterFactory());
            options.Converters.Add(NodaConverters.LocalDateConverter);
            options.Converters.Add(NodaConverters.YearMonthConverter);
        }

        return options;
    }
}
