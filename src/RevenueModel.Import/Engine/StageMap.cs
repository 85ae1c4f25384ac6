using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>The meaning of values in the stage and status columns: from the mapping of the caller, the stages of the
/// process, or the usual words for outcomes.</summary>
internal sealed class StageMap
{
    private static readonly Dictionary<string, DealOutcome> OutcomeWords = new(StringComparer.Ordinal)
    {
        ["won"] = DealOutcome.Won,
        ["closedwon"] = DealOutcome.Won,
        ["lost"] = DealOutcome.Lost,
        ["loss"] = DealOutcome.Lost,
        ["closedlost"] = DealOutcome.Lost,
    };

    /// <summary>A limit on memory, for a column that is not a stage column; a stage column has few values.</summary>
    private const int MaxRemembered = 1000;

    private readonly SalesProcess? _process;
    private readonly Dictionary<string, StageReading?> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StageReading> _mapped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _spellings = new(StringComparer.Ordinal);

    public StageMap(CrmImportOptions options)
    {
        _process = options.Process;
        foreach (PipelineStage stage in options.Process?.Stages ?? [])
        {
            string spelling = NameNormalizer.OfValue(stage.Name);
            _spellings[spelling] = _spellings.ContainsKey(spelling) ? null : stage.Name;
        }

        foreach (StageMapping mapping in options.Stages)
        {
            string? stage = mapping.Stage is null ? null : ProcessStage(mapping, nameof(options));
            if (!_mapped.TryAdd(NameNormalizer.OfValue(mapping.Source), new StageReading(mapping.Outcome, stage)))
            {
                throw new ArgumentException(
                    Invariant($"Stages maps {MessageText.Quote(mapping.Source)} twice; each value has one meaning."),
                    nameof(options));
            }
        }
    }

    /// <summary>Returns the meaning of a value in the stage column.</summary>
    public bool TryReadStage(string value, out StageReading reading)
    {
        if (!_read.TryGetValue(value, out StageReading? known))
        {
            known = TryFindStage(value, out reading) ? reading : null;
            if (_read.Count < MaxRemembered)
            {
                _read.Add(value, known);
            }
        }

        reading = known.GetValueOrDefault();
        return known is not null;
    }

    /// <summary>Returns the meaning of a value in the status column. A value mapped to an open stage is
    /// open.</summary>
    public bool TryReadOutcome(string value, out DealOutcome outcome)
    {
        string spelling = NameNormalizer.OfValue(value);
        if (_mapped.TryGetValue(spelling, out StageReading reading))
        {
            outcome = reading.Outcome;
            return true;
        }

        outcome = DealOutcome.Open;
        return string.Equals(spelling, "open", StringComparison.Ordinal)
            || OutcomeWords.TryGetValue(spelling, out outcome);
    }

    /// <summary>Returns the known values as text.</summary>
    public string Known()
    {
        IEnumerable<string> stages = _process is null ? [] : _process.Stages.Select(stage => stage.Name);
        string known = string.Join(", ", stages.Concat(["Won", "Closed Won", "Lost", "Loss", "Closed Lost"]));
        return _process is null ? known + " (no Process is stated, so that no open stage is known)" : known;
    }

    private bool TryFindStage(string value, out StageReading reading)
    {
        string spelling = NameNormalizer.OfValue(value);
        if (_mapped.TryGetValue(spelling, out reading))
        {
            return true;
        }

        if (_process?.FindStage(value) is { } stage)
        {
            reading = new StageReading(DealOutcome.Open, stage.Name);
            return true;
        }

        if (OutcomeWords.TryGetValue(spelling, out DealOutcome outcome))
        {
            reading = new StageReading(outcome, ProcessStage: null);
            return true;
        }

        bool found = _spellings.TryGetValue(spelling, out string? name) && name is not null;
        reading = new StageReading(DealOutcome.Open, name);
        return found;
    }

    private string ProcessStage(StageMapping mapping, string name) =>
        _process?.FindStage(mapping.Stage!) is { } stage
            ? stage.Name
            : throw new ArgumentException(
                Invariant($"Stages maps {MessageText.Quote(mapping.Source)} to {MessageText.Quote(mapping.Stage!)}; ")
                    + "one of "
                    + (_process is null
                        ? "the stages of a Process, which is not stated,"
                        : MessageText.List(_process.Stages.Select(s => s.Name)))
                    + " is expected.",
                name);
}
