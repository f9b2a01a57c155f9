// The real Orleans listens on fixed ports of this machine: one test host at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
