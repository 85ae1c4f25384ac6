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
    private readonly Table<CrmField> _table;
    private readonly TimelineReader _timeline;
    private readonly WordReader<bool> _truths;
    private readonly WordReader<DealMotion> _motions;
    private readonly WordReader<ForecastCategory> _categories = new(Vocabulary.Category);
    private readonly WordReader<BuyerEngagement> _engagements = new(Vocabulary.Engagement);
    private readonly WordReader<ValueList<string>> _nameLists = new(SplitNames);
    private readonly FieldColumn _motion;
    private readonly FieldColumn _category;
    private readonly FieldColumn _itEngaged;
    private readonly FieldColumn _otEngaged;
    private readonly FieldColumn _engagement;
    private readonly FieldColumn _partners;
    private readonly FieldColumn _competitive;
    private readonly FieldColumn _rivals;
    private readonly FieldColumn _trigger;

    public DealAttributeReader(
        Table<CrmField> table, CrmImportOptions options, TimelineReader timeline, WordReader<bool> truths)
    {
        _table = table;
        _timeline = timeline;
        _truths = truths;
        Dictionary<string, DealMotion> mapped = Mapped(options);
        _motions = new WordReader<DealMotion>(value =>
            mapped.TryGetValue(NameNormalizer.OfValue(value), out DealMotion motion)
                ? motion
                : Vocabulary.Motion(value));
        _motion = table[CrmField.Motion];
        _category = table[CrmField.ForecastCategory];
        _itEngaged = table[CrmField.ITEngaged];
        _otEngaged = table[CrmField.OTEngaged];
        _engagement = table[CrmField.BuyerEngagement];
        _partners = table[CrmField.Partners];
        _competitive = table[CrmField.Competitive];
        _rivals = table[CrmField.Rivals];
        _trigger = table[CrmField.RegulatoryTrigger];
    }

    /// <summary>Returns the motion of a row that was read.</summary>
    public DealMotion? Motion(RowCells cells)
    {
        ReadOnlySpan<char> value = cells.Chars(_motion);
        DealMotion? motion = value.IsEmpty ? null : _motions.Read(value);
        if (motion is null && !value.IsEmpty)
        {
            _table.Notes.Add(ImportNoteKind.UnknownMotion, _motion.Name, value.ToString());
        }

        return motion;
    }

    /// <summary>Refuses an open deal with the forecast category closed.</summary>
    public void CheckCategory(RowCells cells, DealOutcome? outcome)
    {
        if (outcome == DealOutcome.Open && _categories.Read(cells.Chars(_category)) == ForecastCategory.Closed)
        {
            cells.Refuse(
                _category,
                RefusalReason.Contradiction,
                "the deal is open, so that a category of open deals is expected.");
        }
    }

    /// <summary>Returns the forecast category of a row that was read.</summary>
    public ForecastCategory? Category(RowCells cells)
    {
        ReadOnlySpan<char> value = cells.Chars(_category);
        ForecastCategory? category = value.IsEmpty ? null : _categories.Read(value);
        if (category is null && !value.IsEmpty)
        {
            _table.Notes.Add(ImportNoteKind.UnknownForecastCategory, _category.Name, value.ToString());
        }

        return category;
    }

    /// <summary>Returns the engaged buyers: from their single column, or else from both yes-or-no columns.</summary>
    public BuyerEngagement? Engagement(RowCells cells)
    {
        bool? it = Truth(cells, _itEngaged);
        bool? ot = Truth(cells, _otEngaged);
        BuyerEngagement? paired = it is null || ot is null
            ? null
            : (it.Value ? BuyerEngagement.IT : BuyerEngagement.None)
                | (ot.Value ? BuyerEngagement.OT : BuyerEngagement.None);
        ReadOnlySpan<char> value = cells.Chars(_engagement);
        if (value.IsEmpty)
        {
            return paired;
        }

        if (_engagements.Read(value) is not { } stated)
        {
            cells.Refuse(_engagement, RefusalReason.InvalidValue, "one of None, IT, OT, Both is expected.");
            return null;
        }

        if (paired is not null && paired != stated)
        {
            cells.Refuse(
                _engagement,
                RefusalReason.Contradiction,
                Invariant($"{paired} follows from {_itEngaged.Name} and {_otEngaged.Name}."));
        }

        return stated;
    }

    /// <summary>Returns the partners, in order.</summary>
    public ValueList<string> Partners(RowCells cells) => Names(cells, _partners);

    /// <summary>Returns the rivals, and refuses a row that names some and has no competition.</summary>
    public ValueList<string> Rivals(RowCells cells, bool? isCompetitive)
    {
        ValueList<string> rivals = Names(cells, _rivals);
        if (isCompetitive == false && !rivals.IsEmpty)
        {
            cells.Refuse(
                _rivals,
                RefusalReason.Contradiction,
                Invariant($"no rivals are expected, since {_competitive.Name} is {cells.Text(_competitive)}."));
        }

        return rivals;
    }

    /// <summary>Returns whether a competitor takes part, or null if it is unknown. A column with known and no
    /// competitors also has a value for unknown.</summary>
    public bool? Competitive(RowCells cells)
    {
        ReadOnlySpan<char> value = cells.Chars(_competitive);
        return value.Equals("known", StringComparison.OrdinalIgnoreCase) ? true
            : value.Equals("none", StringComparison.OrdinalIgnoreCase) ? false
            : value.Equals("unknown", StringComparison.OrdinalIgnoreCase) ? null
            : Truth(cells, _competitive);
    }

    /// <summary>Returns the regulation and its deadline.</summary>
    public RegulatoryTrigger? Trigger(RowCells cells)
    {
        LocalDate? deadline = _timeline.Date(cells, _timeline.Deadline, happened: false);
        if (cells.TextOrNull(_trigger) is { } name)
        {
            return new RegulatoryTrigger { Name = name, Deadline = deadline };
        }

        if (deadline is not null)
        {
            cells.Refuse(
                _trigger,
                RefusalReason.MissingValue,
                "the regulation that the deadline belongs to is expected.");
        }

        return null;
    }

    private bool? Truth(RowCells cells, FieldColumn column)
    {
        ReadOnlySpan<char> value = cells.Chars(column);
        if (value.IsEmpty)
        {
            return null;
        }

        bool? truth = _truths.Read(value);
        if (truth is null)
        {
            cells.Refuse(column, RefusalReason.InvalidValue, Vocabulary.TruthExpected);
        }

        return truth;
    }

    private ValueList<string> Names(RowCells cells, FieldColumn column)
    {
        ReadOnlySpan<char> value = cells.Chars(column);
        return value.IsEmpty ? default : _nameLists.Read(value).GetValueOrDefault();
    }

    private static ValueList<string>? SplitNames(string value) =>
        [.. value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static Dictionary<string, DealMotion> Mapped(CrmImportOptions options)
    {
        var mapped = new Dictionary<string, DealMotion>(StringComparer.Ordinal);
        foreach (MotionMapping mapping in options.Motions)
        {
            if (!mapped.TryAdd(NameNormalizer.OfValue(mapping.Source), mapping.Motion))
            {
                throw new ArgumentException(
                    Invariant($"Motions maps {MessageText.Quote(mapping.Source)} twice; each value has one meaning."),
                    nameof(options));
            }
        }

        return mapped;
    }
}
