namespace RevenueModel.Pricing;

/// <summary>Receives the steps of a bill in the order of evaluation.</summary>
internal interface IBillSink
{
    /// <summary>Gets whether steps are to be made. If not, the other members are never called.</summary>
    public static abstract bool IsActive { get; }

    /// <summary>Marks that the preceding fees were for longer periods. The bounds of the period do not include
    /// them.</summary>
    public void BeginPeriod();

    /// <summary>Marks the start of a section: parts of the period under the same plan-level terms.</summary>
    public void BeginSection();

    /// <summary>Marks the start of a charge.</summary>
    public void BeginCharge();

    /// <summary>Receives a step of the current charge.</summary>
    public void AddToCharge(BillStep step);

    /// <summary>Receives a step of the current section.</summary>
    public void AddToSection(BillStep step);

    /// <summary>Marks that the amount of the section so far is its spend, before the rules of the
    /// commitment.</summary>
    public void MarkSpend();

    /// <summary>Marks the end of a section.</summary>
    public void EndSection();

    /// <summary>Receives a step of the period as a whole, after all sections.</summary>
    public void AddToPeriod(BillStep step);
}

/// <summary>Drops all steps, for bills of which only the amounts are needed.</summary>
internal struct NoSteps : IBillSink
{
    public static bool IsActive => false;

    public readonly void BeginPeriod()
    {
    }

    public readonly void BeginSection()
    {
    }

    public readonly void BeginCharge()
    {
    }

    public readonly void AddToCharge(BillStep step)
    {
    }

    public readonly void AddToSection(BillStep step)
    {
    }

    public readonly void MarkSpend()
    {
    }

    public readonly void EndSection()
    {
    }

    public readonly void AddToPeriod(BillStep step)
    {
    }
}

/// <summary>Keeps the steps whose amount is not zero, and all steps for usage.</summary>
internal struct StepList : IBillSink
{
    private readonly List<BillStep> _steps = [];

    public StepList()
    {
    }

    public static bool IsActive => true;

    public readonly IReadOnlyList<BillStep> Steps => _steps;

    public readonly void BeginPeriod()
    {
    }

    public readonly void BeginSection()
    {
    }

    public readonly void BeginCharge()
    {
    }

    public readonly void AddToCharge(BillStep step) => Add(step);

    public readonly void AddToSection(BillStep step) => Add(step);

    public readonly void MarkSpend()
    {
    }

    public readonly void EndSection()
    {
    }

    public readonly void AddToPeriod(BillStep step) => Add(step);

    private readonly void Add(BillStep step)
    {
        if (step.Amount != 0m || step.Kind is BillStepKind.Usage)
        {
            _steps.Add(step);
        }
    }
}
