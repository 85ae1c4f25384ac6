using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Reads the attributes of a deal: motion, forecast category, participants and regulation.</summary>
/// <remarks>
/// Deal types and forecast categories can be customized in the source: an unknown value leaves the property unknown
/// and is noted. Every other field has few valid values, and an invalid value refuses the row.
/// </remarks>
internal sealed class DealAttributeReader
{
    private readonly Dictionary<string, DealMotion> _motions = new(StringComparer.Ordinal);
    private readonly TimelineReader _timeline;
    private readonly NoteCollector _notes;

    public DealAttributeReader(CrmImportOptions options, TimelineReader timeline, NoteCollector notes)
    {
        _timeline = timeline;
        _notes = notes;
        foreach (MotionMapping mapping in options.Motions)
        {
            if (!_motions.TryAdd(NameNormalizer.OfValue(mapping.Source), mapping.Motion))
            {
                throw new ArgumentException(
                    Invariant($"Motions maps {MessageText.Quote(mapping.Source)} twice; each value has one meaning."),
                    nameof(options));
            }
        }
    }

    /// <summary>Returns the motion of a row that was read.</summary>
    public DealMotion? Motion(RowCells cells)
    {
        string value = cells[CrmField.Motion];
        if (value.Length == 0)
        {
            return null;
        }

        if (_motions.TryGetValue(NameNormalizer.OfValue(value), out DealMotion motion)
            || Vocabulary.TryMotion(value, out motion))
        {
            return motion;
        }

        _notes.Add(ImportNoteKind.UnknownMotion, cells.ColumnOf(CrmField.Motion), value);
        return null;
    }

    /// <summary>Refuses an open deal with the forecast category closed.</summary>
    public static void CheckCategory(RowCells cells, DealOutcome? outcome)
    {
        if (outcome == DealOutcome.Open
            && Vocabulary.TryCategory(cells[CrmField.ForecastCategory], out ForecastCategory category)
            && category == ForecastCategory.Closed)
        {
            cells.Refuse(
                CrmField.ForecastCategory,
                RefusalReason.Contradiction,
                "the deal is open, so that a category of open deals is expected.");
        }
    }

    /// <summary>Returns the forecast category of a row that was read.</summary>
    public ForecastCategory? Category(RowCells cells)
    {
        string value = cells[CrmField.ForecastCategory];
        if (value.Length == 0)
        {
            return null;
        }

        if (Vocabulary.TryCategory(value, out ForecastCategory category))
        {
            return category;
        }

        _notes.Add(ImportNoteKind.UnknownForecastCategory, cells.ColumnOf(CrmField.ForecastCategory), value);
        return null;
    }

    /// <summary>Returns the engaged buyers: from their single column, or else from both yes-or-no columns.</summary>
    public static BuyerEngagement? Engagement(RowCells cells)
    {
        bool? it = Truth(cells, CrmField.ITEngaged);
        bool? ot = Truth(cells, CrmField.OTEngaged);
        BuyerEngagement? paired = it is null || ot is null
            ? null
            : (it.Value ? BuyerEngagement.IT : BuyerEngagement.None)
                | (ot.Value ? BuyerEngagement.OT : BuyerEngagement.None);
        if (!cells.Has(CrmField.BuyerEngagement))
        {
            return paired;
        }

        if (!Vocabulary.TryEngagement(cells[CrmField.BuyerEngagement], out BuyerEngagement stated))
        {
            cells.Refuse(
                CrmField.BuyerEngagement, RefusalReason.InvalidValue, "one of None, IT, OT, Both is expected.");
            return null;
        }

        if (paired is not null && paired != stated)
        {
            cells.Refuse(
                CrmField.BuyerEngagement,
                RefusalReason.Contradiction,
                Invariant($"{paired} follows from {cells.ColumnOf(CrmField.ITEngaged)} and ")
                    + Invariant($"{cells.ColumnOf(CrmField.OTEngaged)}."));
        }

        return stated;
    }

    /// <summary>Returns the partners, in order.</summary>
    public static ValueList<string> Partners(RowCells cells) => cells.Has(CrmField.Partners)
        ? [.. cells[CrmField.Partners].Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        : default;

    /// <summary>Returns whether a competitor takes part, or null if it is unknown. A column with known and no
    /// competitors also has a value for unknown.</summary>
    public static bool? Competitive(RowCells cells) => NameNormalizer.OfValue(cells[CrmField.Competitive]) switch
    {
        "known" => true,
        "none" => false,
        "unknown" => null,
        _ => Truth(cells, CrmField.Competitive),
    };

    /// <summary>Returns the regulation and its deadline.</summary>
    public RegulatoryTrigger? Trigger(RowCells cells)
    {
        LocalDate? deadline = _timeline.Date(cells, CrmField.RegulatoryDeadline, happened: false);
        if (cells.TextOf(CrmField.RegulatoryTrigger) is { } name)
        {
            return new RegulatoryTrigger { Name = name, Deadline = deadline };
        }

        if (deadline is not null)
        {
            cells.Refuse(
                CrmField.RegulatoryTrigger,
                RefusalReason.MissingValue,
                "the regulation that the deadline belongs to is expected.");
        }

        return null;
    }

    private static bool? Truth(RowCells cells, CrmField field)
    {
        if (!cells.Has(field))
        {
            return null;
        }

        if (Vocabulary.TryTruth(cells[field], out bool truth))
        {
            return truth;
        }

        cells.Refuse(field, RefusalReason.InvalidValue, Vocabulary.TruthExpected);
        return null;
    }
}
