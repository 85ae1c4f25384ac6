using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Printed figures of an architecture beside the figures that they imply, by one rule for one
/// subject.</summary>
/// <remarks>Immutable; equal by value. Texts are made when they are read.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ConsistencyCheck
{
    /// <summary>Gets the rule.</summary>
    public required ConsistencyRule Rule { get; init => field = Guard.Against.Undefined(value, nameof(Rule)); }

    /// <summary>Gets the subject, such as a segment, a role or an indicator.</summary>
    public required string Subject { get; init => field = Guard.Against.Blank(value, nameof(Subject)); }

    /// <summary>Gets the result of the comparison.</summary>
    public required ConsistencyVerdict Verdict
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(Verdict));
    }

    /// <summary>Gets the figures as the source states them.</summary>
    public ValueList<PrintedFigure> Printed { get; init; }

    /// <summary>Gets the figures that follow from them; empty if wordings are compared.</summary>
    public ValueList<ImpliedFigure> Implied { get; init; }

    /// <summary>Gets the law of the rule: the relation between figures that agree.</summary>
    public string Law => ConsistencyLaws.Of(Rule);

    /// <summary>Gets the documents and sections of the printed figures, each once.</summary>
    public ValueList<Citation> Citations =>
        Printed.Select(static figure => figure.Citation).OfType<Citation>().Distinct().ToValueList();

    /// <summary>Finds an implied figure by its name, ignoring case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The figure, or <see langword="null"/> if there is none of that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public ImpliedFigure? FindImplied(string name) =>
        NameLookup.Find(Implied.AsSpan(), Guard.Against.Null(name), static figure => figure.Name);

    /// <summary>Finds a printed figure by its name, ignoring case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The figure, or <see langword="null"/> if there is none of that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public PrintedFigure? FindPrinted(string name) =>
        NameLookup.Find(Printed.AsSpan(), Guard.Against.Null(name), static figure => figure.Name);

    /// <summary>Returns the arithmetic: each implied figure with its formula in numbers, or with its name if the
    /// formula has no numbers, and the printed figures that no formula has.</summary>
    /// <returns>The text, such as <c>95% - 78% = 17 points; stated gap: 18-28 points</c>.</returns>
    public string Arithmetic()
    {
        var parts = new List<string>(Implied.Count + Printed.Count);
        foreach (ImpliedFigure figure in Implied)
        {
            string formula = FigureText.Fill(figure.Formula, Printed, static printed => printed.Figure());
            bool isNamed = formula == figure.Figure() || formula == figure.Formula;
            parts.Add(isNamed ? figure.ToString() : Invariant($"{formula} = {figure.Figure()}"));
        }

        for (int i = 0; i < Printed.Count; i++)
        {
            if (!Implied.Any(figure => FigureText.Uses(figure.Formula, i)))
            {
                parts.Add(Printed[i].ToString());
            }
        }

        return string.Join("; ", parts);
    }

    /// <summary>Returns the formulas with the names of the figures.</summary>
    /// <returns>The text, such as <c>retention gap = predictable tiers - pure usage</c>; empty if no figure is
    /// implied.</returns>
    public string Formulas() => string.Join("; ", Implied.Select(figure =>
        figure.Name + " = " + FigureText.Fill(figure.Formula, Printed, static printed => printed.Name)));

    /// <summary>Returns the verdict, the subject and the arithmetic.</summary>
    public override string ToString() => Invariant($"{VerdictText.Of(Verdict)}: {Subject}, {Rule}: {Arithmetic()}");
}
