# Steps with a heading, the seconds each took, and a summary. Sourced by script/test.

step_lines=()
step_failed=0
step_began_all=$SECONDS

# step HEADING COMMAND...: runs it in this shell; a failure is remembered and the next step follows.
# The steps about tools and the database are different: without them the rest would only fail again.
step() {
    local heading=$1 began=$SECONDS status=0
    shift
    printf '\n=== %s\n' "$heading"
    "$@" || status=$?
    local seconds=$((SECONDS - began))
    if [[ $status -eq 0 ]]; then
        step_lines+=("passed   $(printf '%5d s' "$seconds")  $heading")
        printf '=== %s: passed in %d s\n' "$heading" "$seconds"
        return 0
    fi
    step_lines+=("FAILED   $(printf '%5d s' "$seconds")  $heading (exit $status)")
    printf '=== %s: FAILED after %d s (exit %d)\n' "$heading" "$seconds" "$status"
    step_failed=1
    case "$heading" in
    Tools* | PostgreSQL)
        summary
        ;;
    esac
}

skipped() { step_lines+=("skipped           $*"); }

# Ends the script.
summary() {
    printf '\n=== Summary, %d s\n' $((SECONDS - step_began_all))
    printf '%s\n' "${step_lines[@]}"
    exit "$step_failed"
}
