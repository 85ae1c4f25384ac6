using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>An open stage of a sales process: its name and the forecast category of its deals.</summary>
/// <remarks>A <see cref="PipelineStage"/> adds the win probability, a <see cref="StageConversion"/> the conversion
/// rate.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public abstract record ProcessStage
{
    private protected ProcessStage()
    {
    }

    /// <summary>Gets the name of the stage.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the forecast category of deals in this stage that have no category of their own. Default:
    /// pipeline.</summary>
    /// <exception cref="ArgumentException">The value is undefined or <see cref="ForecastCategory.Closed"/>, which does
    /// not apply to open deals.</exception>
    public ForecastCategory ForecastCategory
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(ForecastCategory)) == ForecastCategory.Closed
            ? throw DomainGuards.OutOfRange(nameof(ForecastCategory), value, "a category of open deals")
            : value;
    } = ForecastCategory.Pipeline;
}
