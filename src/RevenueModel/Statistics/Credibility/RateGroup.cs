using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The successes and trials of one group: the deals won and decided of a segment.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RateGroup
{
    private RateGroup(string name, long successes, long trials)
    {
        Name = name;
        Successes = successes;
        Trials = trials;
    }

    /// <summary>Gets the name of the group, such as a segment.</summary>
    public string Name { get; }

    /// <summary>Gets the number of successes.</summary>
    public long Successes { get; }

    /// <summary>Gets the number of trials.</summary>
    public long Trials { get; }

    /// <summary>Gets the observed rate, <c>successes / trials</c>, or <see langword="null"/> without trials.</summary>
    public double? Rate => Trials == 0 ? null : (double)Successes / Trials;

    /// <summary>Creates a group.</summary>
    /// <param name="name">The name; not blank.</param>
    /// <param name="successes">The number of successes, between 0 and <paramref name="trials"/>.</param>
    /// <param name="trials">The number of trials, zero or more.</param>
    /// <returns>The group.</returns>
    /// <exception cref="ArgumentException">The name is blank, or a number is outside its range.</exception>
    public static RateGroup Of(string name, long successes, long trials)
    {
        Guard.Against.Blank(name);
        Guard.Against.BelowZero(trials);
        return successes >= 0 && successes <= trials
            ? new RateGroup(name, successes, trials)
            : throw DomainGuards.OutOfRange(
                nameof(successes), Invariant($"{successes} of {name}"), Invariant($"0 to {trials}"));
    }

    /// <summary>Returns the name, the counts and the rate.</summary>
    public override string ToString() =>
        Invariant($"{Name}: {Successes:#,0} of {Trials:#,0}") + (Rate is { } rate ? Invariant($", {rate:0.0%}") : "");
}
