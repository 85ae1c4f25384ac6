using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Turns the rows of an opened CRM export into opportunities or refused rows, one after another.</summary>
internal sealed class DealReader
{
    private readonly Table<CrmField> _table;
    private readonly RowCells _cells;
    private readonly IdRegister _ids;
    private readonly OutcomeReader _outcomes;
    private readonly TimelineReader _timelines;
    private readonly AmountReader _amounts;
    private readonly DealAttributeReader _attributes;
    private readonly FieldColumn _id;
    private readonly FieldColumn _account;
    private readonly FieldColumn _segment;
    private readonly FieldColumn _product;
    private bool _hasWon;
    private bool _hasLost;

    public DealReader(Table<CrmField> table, CrmImportOptions options)
    {
        _table = table;
        _cells = table.Cells;
        Stages = new StageMap(options.Process, options.Stages, nameof(options));
        var truths = new WordReader<bool>(Vocabulary.Truth);
        _outcomes = new OutcomeReader(table, Stages, truths);
        _timelines = new TimelineReader(table, options);
        _amounts = new AmountReader(table, options);
        _attributes = new DealAttributeReader(table, options, _timelines, truths);
        _id = table[CrmField.Id];
        _account = table[CrmField.Account];
        _segment = table[CrmField.Segment];
        _product = table[CrmField.Product];
        table.LookAhead(samples =>
        {
            _timelines.AddSamples(samples);
            _amounts.AddSamples(samples, _cells);
        });
        table.AddProblem(_amounts.SettleCurrency());
        _ids = new IdRegister(table, options.MissingIds);
    }

    public StageMap Stages { get; }

    /// <summary>Gets the number of rows so far that were read.</summary>
    public int ReadCount { get; private set; }

    /// <summary>Gets the number of rows so far whose amount comes from the price list.</summary>
    public int PriceListAmountCount { get; private set; }

    /// <summary>Moves to the next row.</summary>
    /// <param name="opportunity">The opportunity, or null if the row is refused.</param>
    /// <param name="refused">The refused row, or null if the row is read.</param>
    /// <returns>False at the end of the file.</returns>
    public bool Read(out Opportunity? opportunity, out RefusedRow? refused)
    {
        opportunity = null;
        refused = null;
        if (!_table.Read())
        {
            return false;
        }

        opportunity = _cells.HasFaults ? null : Deal();
        refused = opportunity is null ? _cells.ToRefused(_id) : null;
        return true;
    }

    /// <summary>Returns the notes so far.</summary>
    public ImportNote[] ToNotes() => _hasWon && !_hasLost
        ? _table.Notes.ToNotes(ImportNoteKind.NoLostDeals)
        : _table.Notes.ToNotes();

    private Opportunity? Deal()
    {
        _cells.CheckValues();
        string id = _ids.Read(_cells);
        DealOutcome? outcome = _outcomes.Read(_cells, out string stage);
        DealTimeline timeline = _timelines.Read(_cells, outcome);
        ReadAmount amount = _amounts.Read(_cells, outcome);
        _attributes.CheckCategory(_cells, outcome);
        BuyerEngagement? engagement = _attributes.Engagement(_cells);
        bool? competitive = _attributes.Competitive(_cells);
        ValueList<string> rivals = _attributes.Rivals(_cells, competitive);
        RegulatoryTrigger? trigger = _attributes.Trigger(_cells);
        if (_cells.HasFaults)
        {
            return null;
        }

        // Only rows that are read are counted in the notes, so notes are added after the last fault is known.
        amount = amount.Amount is null ? _amounts.Fill(_cells) : amount;
        PriceListAmountCount += amount.Source == AmountSource.PriceList ? 1 : 0;
        ReadCount++;
        _hasWon |= outcome == DealOutcome.Won;
        _hasLost |= outcome == DealOutcome.Lost;
        _ids.NoteNumbered(_cells);
        _timelines.NotePlaceholders();
        return new Opportunity
        {
            Id = id,
            Stage = stage,
            Timeline = timeline,
            Amount = amount.Amount,
            AmountSource = amount.Source,
            Account = _cells.TextOrNull(_account),
            Segment = _cells.TextOrNull(_segment),
            Product = _cells.TextOrNull(_product),
            Motion = _attributes.Motion(_cells),
            ForecastCategory = _attributes.Category(_cells),
            BuyerEngagement = engagement,
            Partners = _attributes.Partners(_cells),
            IsCompetitive = competitive,
            Rivals = rivals,
            RegulatoryTrigger = trigger,
        };
    }
}
