// A flat C interface over whisper.cpp: the binding never passes a struct of whisper.cpp by value, so a change of
// their layout cannot break it silently. Errors from whisper.cpp become return values; nothing throws across.
#include "whisper.h"

#include <cstdint>
#include <exception>
#include <memory>
#include <vector>

#define SHIM extern "C" __attribute__((visibility("default")))

namespace {
void silent(ggml_log_level, const char *, void *) {}
}

typedef void (*shim_segment_callback)(whisper_state *state, int segment, void *user);
typedef bool (*shim_abort_callback)(void *user);

struct shim_options {
    int32_t threads; // 0: whisper.cpp's default
    int32_t max_segment_length;
    int32_t max_tokens_per_segment;
    int32_t translate;
    int32_t single_segment;
    int32_t token_timestamps;
    float temperature; // negative: whisper.cpp's default, as for the next
    float temperature_increment;
    const char *language; // null: detected
    const char *prompt;
};

struct shim_token {
    int32_t id;
    float probability;
    float log_probability;
    int64_t start; // 10 ms
    int64_t end;
};

// Model

SHIM whisper_context *shim_load(const char *path) {
    whisper_log_set(silent, nullptr);
    try {
        whisper_context_params params = whisper_context_default_params();
        params.use_gpu = false;
        return whisper_init_from_file_with_params_no_state(path, params);
    } catch (const std::exception &) {
        return nullptr;
    }
}

SHIM void shim_free(whisper_context *context) { whisper_free(context); }

SHIM const char *shim_language(int id) { return whisper_lang_str(id); }

namespace {
struct call {
    shim_segment_callback on_segment;
    shim_abort_callback aborted;
    void *user;
};

void new_segment(whisper_context *, whisper_state *state, int count, void *user) {
    const call *self = static_cast<const call *>(user);
    const int all = whisper_full_n_segments_from_state(state);
    for (int i = all - count; i < all; ++i) {
        self->on_segment(state, i, self->user);
    }
}

bool abort_now(void *user) {
    const call *self = static_cast<const call *>(user);
    return self->aborted(self->user);
}

bool may_encode(whisper_context *, whisper_state *, void *user) { return !abort_now(user); }

// Whisper.net's whisper.cpp hears anything from a tenth of a second on; this one wants more than a second. Both read
// past the end of a recording that is all but empty, so none reaches it.
constexpr int least_samples = WHISPER_SAMPLE_RATE / 10;
constexpr int enough_samples = WHISPER_SAMPLE_RATE * 11 / 10;
}

// Transcribes with a state of its own, so any number may run at once over one context and nothing of a recording
// reaches the next. 0, or whisper.cpp's error, or -100 for an exception, or -101 where there is no memory for the state.
SHIM int shim_process(whisper_context *context, const shim_options *options, const float *samples, int count,
                      shim_segment_callback on_segment, shim_abort_callback aborted, void *user) {
    if (count < least_samples) {
        return 0;
    }
    whisper_full_params params = whisper_full_default_params(WHISPER_SAMPLING_GREEDY);
    call self{on_segment, aborted, user};
    params.print_progress = params.print_realtime = params.print_special = params.print_timestamps = false;
    if (options->threads > 0) {
        params.n_threads = options->threads;
    }
    params.translate = options->translate;
    params.single_segment = options->single_segment;
    params.token_timestamps = options->token_timestamps;
    params.max_len = options->max_segment_length;
    params.max_tokens = options->max_tokens_per_segment;
    params.language = options->language;
    params.initial_prompt = options->prompt;
    if (options->temperature >= 0) {
        params.temperature = options->temperature;
    }
    if (options->temperature_increment >= 0) {
        params.temperature_inc = options->temperature_increment;
    }
    params.new_segment_callback = new_segment;
    params.new_segment_callback_user_data = &self;
    params.abort_callback = abort_now;
    params.abort_callback_user_data = &self;
    params.encoder_begin_callback = may_encode;
    params.encoder_begin_callback_user_data = &self;
    try {
        const std::unique_ptr<whisper_state, decltype(&whisper_free_state)> state(whisper_init_state(context), whisper_free_state);
        if (!state) {
            return -101;
        }
        std::vector<float> padded;
        if (count < enough_samples) {
            padded.assign(samples, samples + count);
            padded.resize(enough_samples);
            samples = padded.data();
            count = enough_samples;
        }
        return whisper_full_with_state(context, state.get(), params, samples, count);
    } catch (const std::exception &) {
        return -100;
    }
}

// For use within the segment callback, with the state that it was given.

SHIM int shim_state_language(whisper_state *state) { return whisper_full_lang_id_from_state(state); }

SHIM const char *shim_segment_text(whisper_state *state, int segment) { return whisper_full_get_segment_text_from_state(state, segment); }

SHIM int64_t shim_segment_start(whisper_state *state, int segment) { return whisper_full_get_segment_t0_from_state(state, segment); }

SHIM int64_t shim_segment_end(whisper_state *state, int segment) { return whisper_full_get_segment_t1_from_state(state, segment); }

SHIM int shim_token_count(whisper_state *state, int segment) { return whisper_full_n_tokens_from_state(state, segment); }

SHIM const char *shim_token_text(whisper_context *context, whisper_state *state, int segment, int token) {
    return whisper_full_get_token_text_from_state(context, state, segment, token);
}

SHIM void shim_token_data(whisper_state *state, int segment, int token, shim_token *result) {
    const whisper_token_data data = whisper_full_get_token_data_from_state(state, segment, token);
    *result = {data.id, data.p, data.plog, data.t0, data.t1};
}
