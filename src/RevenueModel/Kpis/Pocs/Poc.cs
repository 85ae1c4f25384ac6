using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>A pilot, or proof of concept, at a site of an account.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Poc
{
    /// <summary>Gets the id, unique in its source.</summary>
    public required string Id { get; init => field = Guard.Against.Blank(value, nameof(Id)); }

    /// <summary>Gets the account.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the segment of the account.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the first day.</summary>
    public required LocalDate Started { get; init; }

    /// <summary>Gets the day on which it became a production deployment or was stopped, or <see langword="null"/>
    /// while it runs.</summary>
    public LocalDate? Ended { get; init; }

    /// <summary>Gets whether it runs, became a production deployment, or was stopped.</summary>
    public PocOutcome Outcome { get; init => field = Guard.Against.Undefined(value, nameof(Outcome)); }

    /// <summary>Gets why it was stopped, or <see langword="null"/> if that is not recorded.</summary>
    public PocStopCause? StopCause
    {
        get;
        init => field = value is { } cause ? Guard.Against.Undefined(cause, nameof(StopCause)) : null;
    }

    /// <summary>Gets the ARR of the production deployment that it is expected to become, zero or more, or
    /// <see langword="null"/> if it is not known.</summary>
    public decimal? ProductionArr
    {
        get;
        init => field = value is { } arr ? Guard.Against.BelowZero(arr, nameof(ProductionArr)) : null;
    }

    /// <summary>Checks the rules across properties: a pilot has an end exactly if it does not run, it does not end
    /// before it starts, and only a stopped one has a cause.</summary>
    /// <exception cref="ArgumentException">A rule is violated.</exception>
    public void Validate() => Require(name: null);

    internal void Require(string? name)
    {
        if (Outcome == PocOutcome.Running != (Ended is null))
        {
            throw new ArgumentException(
                Invariant($"POC \"{Id}\" was {Outcome} with Ended {Ended?.ToString("R", null) ?? "null"}; ")
                    + "an end is expected exactly if it does not run.",
                name);
        }

        if (Ended < Started)
        {
            throw new ArgumentException(
                Invariant($"POC \"{Id}\" had Ended {Ended:R}; a day from Started {Started:R} is expected."),
                name);
        }

        if (StopCause is not null && Outcome != PocOutcome.Stopped)
        {
            throw new ArgumentException(
                Invariant($"POC \"{Id}\" had StopCause {StopCause} and was {Outcome}; none is expected."),
                name);
        }
    }

    /// <summary>Returns the id, the account, the outcome and the days.</summary>
    public override string ToString() => Invariant($"{Id} of {Account}: {Outcome}, started {Started:R}")
        + (Ended is { } ended ? Invariant($", ended {ended:R}") : "");
}

/// <summary>The outcome of a pilot.</summary>
public enum PocOutcome
{
    /// <summary>It runs.</summary>
    Running = 0,

    /// <summary>It became a production deployment.</summary>
    Converted = 1,

    /// <summary>It was stopped.</summary>
    Stopped = 2,
}

/// <summary>The reason for which a pilot was stopped.</summary>
public enum PocStopCause
{
    /// <summary>Another reason.</summary>
    Other = 0,

    /// <summary>Too many false alerts.</summary>
    AlertFlood = 1,

    /// <summary>Assets that were not discovered.</summary>
    MissedAssets = 2,

    /// <summary>An event that touched the process.</summary>
    ProcessEvent = 3,
}
