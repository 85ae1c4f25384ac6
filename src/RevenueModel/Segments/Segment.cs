using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Segments;

/// <summary>A part of the market with its own sales motion: the accounts in it, their contract value, cycle and win
/// rate.</summary>
/// <remarks>Immutable; equal by value. Figures that the source does not publish are <see langword="null"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Segment
{
    /// <summary>Gets the name of the segment.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the unit of the size of an account: connected assets, integration developers, sites.</summary>
    public required string SizeUnit { get; init => field = Guard.Against.Blank(value, nameof(SizeUnit)); }

    /// <summary>Gets the size of the accounts in the segment, in <see cref="SizeUnit"/>, zero or more.</summary>
    public required Band<long> Size { get; init => field = Guard.Against.BelowZero(value, nameof(Size)); }

    /// <summary>Gets the annual contract value, in the currency of the architecture per account and year, zero or
    /// more.</summary>
    public required Band<decimal> Acv { get; init => field = Guard.Against.BelowZero(value, nameof(Acv)); }

    /// <summary>Gets the length of a sale in months, from first meeting to closed-won; zero or more.</summary>
    public required Band<int> CycleMonths
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(CycleMonths));
    }

    /// <summary>Gets the length of a sale in days, from first meeting to closed-won; zero or more.</summary>
    public required Band<int> CycleDays
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(CycleDays));
    }

    /// <summary>Gets the share of closed deals that are won, as fractions between 0 and 1.</summary>
    public required Band<decimal> WinRate
    {
        get;
        init => field = Guard.Against.NotFractionBand(value, nameof(WinRate));
    }

    /// <summary>Gets the share of deals in stage 2 that close, as a fraction between 0 and 1.</summary>
    public required decimal Stage2ToCloseRate
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(Stage2ToCloseRate));
    }

    /// <summary>Gets open pipeline as a multiple of the quota, from the top of the funnel; more than zero.</summary>
    public required decimal CoverageTarget
    {
        get;
        init => field = Guard.Against.NotPositive(value, nameof(CoverageTarget));
    }

    /// <summary>Gets open pipeline in stage 2 and later as a multiple of the quota, more than zero, or
    /// <see langword="null"/> if it is not published.</summary>
    public decimal? CoverageTargetAtStage2
    {
        get;
        init => field = Guard.Against.NotPositive(value, nameof(CoverageTargetAtStage2));
    }

    /// <summary>Gets the net revenue retention over twelve months as a ratio: 1.18 is 118%.</summary>
    public Band<decimal>? NrrTarget
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(NrrTarget)) : null;
    }

    /// <summary>Gets the sales motion: the process and the roles that sell to the segment.</summary>
    public string? SalesMotion { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(SalesMotion)); }

    /// <summary>Gets the titles of the decision makers.</summary>
    public ValueList<string> DecisionMakers { get; init; }

    /// <summary>Gets the number of stakeholders on the buyer's side of a deal.</summary>
    public Band<int>? StakeholderCount
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(StakeholderCount)) : null;
    }

    /// <summary>Gets the names of the modules in a typical contract of the segment.</summary>
    public ValueList<string> Modules { get; init; }

    /// <summary>Gets the largest size that the source names for a segment that is open at the top; zero or
    /// more.</summary>
    public long? LargestQuotedSize
    {
        get;
        init => field = value is { } size ? Guard.Against.BelowZero(size, nameof(LargestQuotedSize)) : null;
    }

    /// <summary>Gets the largest ACV that the source names for a segment that is open at the top; zero or
    /// more.</summary>
    public decimal? LargestQuotedAcv
    {
        get;
        init => field = value is { } acv ? Guard.Against.BelowZero(acv, nameof(LargestQuotedAcv)) : null;
    }

    /// <summary>Gets the document and section in which the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns the figures of the segment as labels and values, for a table or a report.</summary>
    /// <returns>A line for each figure that is given, in a fixed order; the values are the same in every
    /// culture.</returns>
    public ValueList<Keyed<string, string>> Describe()
    {
        List<Keyed<string, string>> lines =
        [
            new("Size", Invariant($"{Size} {SizeUnit}")),
            new("ACV", Invariant($"{Acv}")),
            new("Cycle", Invariant($"{CycleMonths} months, {CycleDays} days")),
            new("Win rate", Invariant($"{WinRate:0.##%}")),
            new("Stage 2 to close", Invariant($"{Stage2ToCloseRate:0.##%}")),
            new("Coverage target", Invariant($"{CoverageTarget:0.##}x")),
        ];
        Add(
            "Coverage target at stage 2",
            CoverageTargetAtStage2,
            static (decimal target) => Invariant($"{target:0.##}x"));
        Add("NRR target", NrrTarget, static (Band<decimal> target) => Invariant($"{target:0.##%}"));
        AddText("Sales motion", SalesMotion);
        AddText("Decision makers", string.Join(", ", DecisionMakers));
        Add("Stakeholders", StakeholderCount, static (Band<int> count) => Invariant($"{count}"));
        AddText("Modules", string.Join(", ", Modules));
        Add("Largest quoted size", LargestQuotedSize, size => Invariant($"{size:#,0} {SizeUnit}"));
        Add("Largest quoted ACV", LargestQuotedAcv, static (decimal acv) => Invariant($"{acv:#,0.##}"));
        AddText("Source", Citation?.ToString());
        return lines.ToValueList();

        void Add<T>(string label, T? value, Func<T, string> text)
            where T : struct => AddText(label, value is { } given ? text(given) : null);

        void AddText(string label, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                lines.Add(new(label, text));
            }
        }
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Name}: {Size} {SizeUnit}, ACV {Acv}, cycle {CycleDays} days, win rate {WinRate:0.##%}");
}
